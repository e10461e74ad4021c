# What a member is told of the files of a question. $names: a list of files.

files-no-text = 我目前只會讀文字檔，所以略過了：{ $names }
files-too-large = 我只讀 256 KB 以內的檔案，所以略過了：{ $names }
files-not-downloaded = 這些檔案下載不了：{ $names }。如果很重要，請再問一次。
# $most: a number, 100,000 today.
files-cut = 你的檔案我只讀前 { $most } 個字元。
quotation-left-out = 我略過了你轉傳或回覆的那則訊息：我只讀確定作者願意讓我讀的內容。
# $note: one or several of those above.
hint-no-text =
    { $note }
    請把問題寫成訊息傳給我。
