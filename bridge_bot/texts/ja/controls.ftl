# The buttons under a reply, and what a member is told after a press. Only they see that.

control-stop = 停止
control-regenerate = 再生成
control-try-again = もう一度試す
control-sources = 出典
control-resolved = 解決済み
control-help = サポートを呼ぶ
control-asking-again = もう一度質問しています。新しい回答がこの回答と入れ替わります。

## What "Resolved" has done

control-resolved-tagged =
    タグ「{ $tag }」を付けて、解決済みにしました。{ $closes ->
        [yes] ここは閉じますが、新しいメッセージを送ると再び開きます。
       *[no] {""}
    }
control-resolved-full =
    解決してよかったです！タグの数がDiscordの上限に達しているため、「{ $tag }」は付けられません。{ $closes ->
        [yes] ここは閉じますが、新しいメッセージを送ると再び開きます。
       *[no] {""}
    }
control-resolved-done =
    解決してよかったです！{ $closes ->
        [yes] このスレッドは閉じますが、新しいメッセージを送ると再び開きます。
       *[no] {""}
    }

## Why nothing happens

control-not-yours = この操作ができるのは、質問した本人と、ここでメッセージを管理できるメンバーだけです。
control-not-yours-to-resolve = この操作ができるのは、質問した本人と、ここでスレッドを管理できるメンバーだけです。
control-resolved-forbidden = ここではもうその操作ができません。「スレッドの管理」権限が必要です。
control-resolved-answering = ここではまだ質問に回答しているため、このスレッドを閉じられません。回答が終わってから、もう一度押してください。
control-resolved-gone = うまくいきませんでした。ちょうど今、ほかの人がこのスレッドを閉じたか変更したようです。もう一度お試しください。
control-resolved-failed = 今はDiscordに受け付けてもらえません。少ししてからもう一度お試しください。
control-over = この回答はもう終わっています。
control-elsewhere = ちょうど再起動しているところです。1分ほどしてからもう一度押してください。
control-forgotten = そのために必要な情報がもう残っていません。もう一度質問してください。
control-not-newest = やり直せるのは、会話の中で一番新しい回答だけです。
control-not-over = 今ちょうどこの質問に回答しています。
control-sources-gone = この回答の出典はもう残っていません。出典は一定期間しか保存しません。
control-question-gone = 質問の全文をもう読めません。もう一度質問してください。
control-asker-opted-out = これを質問した人の中に、メッセージを私に読まれないようにした人がいるため、もう一度質問することはできません。

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = ありがとうございます！👍 を受け付けました。
vote-changed = 投票を 👍 に変更しました。
vote-known = 👍 はもう受け付けています。そのまま残ります。
vote-form = どこがよくありませんでしたか？
vote-form-about = 👎 は受け付けました。入力せずに閉じても構いません。
vote-reasons = 当てはまるものを選んでください
vote-reason-wrong = 間違っている
vote-reason-outdated = 情報が古い
vote-reason-off-topic = 質問への回答になっていない
vote-reason-incomplete = 足りないところがある
vote-reason-unclear = わかりにくい
vote-comment = ご自身の言葉で
vote-comment-about = このボットの運営者が読むことがあります。個人的なことは書かないでください。
vote-explained = ありがとうございます！👎 に添えました。
vote-forgotten = この回答の記録がもうないため、投票を受け付けられません。
vote-not-kept = ⚠️ 今は保存できませんでした。少ししてからもう一度ボタンを押してください。
vote-not-down = この回答に 👎 を付けていないため、保存していません。コメントを添えるには 👎 を押してください。

## Endings of a reply

ending-stopped = ボタンが押されたため、停止しました。

## The sources of an answer

sources-cited = 回答で引用した出典
sources-consulted = 参照したが引用していない出典
# Behind the name of a source: where in it.
sources-place = 、{ $page }ページ
sources-excerpt = 「{ $excerpt }」
sources-untitled = 無題
sources-page = { $page } / { $pages }ページ
sources-back = 前へ
sources-next = 次へ
