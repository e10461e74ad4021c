# What a member is told of the files of a question.

files-no-text = 今はテキストファイルしか読めないため、次のファイルを除きました：{ $names }
files-too-large = 読めるファイルは256 KBまでのため、次のファイルを除きました：{ $names }
files-not-downloaded = { $names } をダウンロードできませんでした。必要なら、もう一度質問してください。
files-cut = ファイルは最初の{ $most }文字だけを読みます。
quotation-left-out = 転送または返信されたメッセージは除きました。書いた人が許可しているとわかるものだけを読みます。
hint-no-text =
    { $note }
    質問はメッセージとして書いてください。
