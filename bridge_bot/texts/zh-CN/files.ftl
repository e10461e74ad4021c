# What a member is told of the files of a question. $names: a list of files.

files-no-text = 我目前只能读文本文件，所以略过了：{ $names }
files-too-large = 我只读不超过 256 KB 的文件，所以略过了：{ $names }
files-not-downloaded = 这些文件没能下载：{ $names }。如果很重要，请再问一次。
files-cut = 你的文件我只读前 { $most } 个字符。
quotation-left-out = 我略过了你转发或回复的那条消息：我只读确知作者允许我读的内容。
hint-no-text =
    { $note }
    请把问题写成消息发给我。
