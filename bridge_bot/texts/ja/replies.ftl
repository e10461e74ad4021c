# What stands in and around a reply, and the name of its thread.

## Threads

thread-name-neutral = 質問
# Behind a mention of the member who asked, and above a quotation of the question.
private-thread =
    あなたとモデレーターだけが読めるここで回答します。{ $link ->
        [none] 質問：
       *[other] { $link } での質問：
    }

## While an answer is waited for, and above it

delayed-queued = 今、チャットボットに質問が集中しています。順番をお待ちください。
delayed-retrying = 今、チャットボットに問題が起きています。引き続き試しています。
delayed-slow = チャットボットの回答に時間がかかっています。引き続き待っています。
context-lost = チャットボットはこれまでの会話を覚えていないため、この回答から新しい会話になります。

## Endings of a reply

ending-notice = ⚠️ { $notice }
ending-interrupted = 再起動しています。終わったら、この回答の続きを書きます。
ending-question-deleted = 質問が削除されたため、ここで停止しました。
answer-attached = 回答には続きがあります。全文はこのファイルにあります。
answer-complete = 回答が完了しました。
sources = 出典：{ $list }
mention-needed = このスレッドでは、質問のたびに私にメンションしてください。メンションのないメッセージは読めません。
reply-empty = チャットボットからは何も返ってきませんでした。
given-up-crashing = この質問で2回停止してしまったため、もう試しません。別の言い方で質問してください。
given-up-ended = 回答はここで終わりました。もう一度質問してください。
given-up-stopped = 再起動のため、この回答を続けられません。少ししてからもう一度質問してください。
given-up-late = 離れていた時間が長すぎたため、ここからは続けられません。もう一度質問してください。
request-id = （リクエスト { $request_id }）

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = 、
