# What a member is told of the files of a question. $names: a list of files.

files-no-text = I can only read text files so far, so I left out: { $names }
files-too-large = I read files of up to 256 KB, so I left out: { $names }
files-not-downloaded = I couldn't download { $names }. If it matters, please ask again.
# $most: a number, 100,000 today.
files-cut = I read the first { $most } characters of your files.
quotation-left-out = I left out the message that you forwarded or replied to: I only read what I know its author lets me read.
# $note: one or several of those above.
hint-no-text =
    { $note }
    Write your question as a message.
