# What the slash commands are called, and what /language answers.

ask-description = チャットボットに質問します
ask-question-name = 質問
ask-question-description = 知りたいこと
ask-file-name = ファイル
ask-file-description = 質問に関係するテキストファイル（ログなど）。質問と一緒に表示されます
ask-private = プライベートスレッドで回答し、そこであなたにメンションします。
language-description = 回答に使う言語を確認・変更します
language-language-name = 言語
language-language-description = 回答に使う言語
language-unknown = 「{ $code }」という言語は見つかりません。/language の一覧から選んでください。何も変更していません。
language-outside = ここには会話がありません。会話があるのは、私が回答しているスレッドと、私とのダイレクトメッセージです。

## Ask about this, in the menu of a message

about-name = これについて質問
about-form = このメッセージについて質問
about-question = 質問
about-default = これはどういう意味ですか？
# Above the quotation of the question.
about-shown = -# { $link } について
# To the chatbot, between the question and the text of the message.
about-quoted = 質問の対象となるメッセージ：
about-nothing = そのメッセージには、私が読めるテキストがありません。
about-opted-out = そのメッセージは読めません。書いた人が望んでいないためです。
about-forgotten = そのメッセージはもう手元にありません。まだ残っていれば、メニューを開いてもう一度質問してください。

## /new

new-description = ここで新しい会話を始めます
new-begun = ここから新しい会話です。次の質問からは、これより上の内容をチャットボットは覚えていません。
new-outside = チャンネルでは、質問するたびに新しい会話が始まります。/new は、私が回答しているスレッドか、私とのダイレクトメッセージで使ってください。

## /help

help-description = 質問のしかたと、ここでできること
help-intro = あなたの質問をチャットボットに渡し、その回答を表示します。回答はAIが書くので、大事なことは確認してください。
help-mentions = { $bot } にメンションして質問するか、私に返信するか、`/ask` を使ってください。
help-messages = ここでは、ほかの人宛てのものを除き、すべてのメッセージが私への質問になります。`/ask` も使えます。
help-posts = ここでは、新しい投稿はすべて私への質問になります。ほかの投稿では { $bot } にメンションするか、`/ask` を使ってください。
help-direct = ここでは、すべてのメッセージが私への質問になります。
help-elsewhere = `/ask` を使ってください。私はここのメンバーではないため、質問と回答はあなたにだけ見えます。
help-own-thread = このスレッドでは、ほかの人宛てのものを除き、すべてのメッセージが私への質問になります。
help-in-thread = 質問にスレッドを立てて回答します。そこではメンションなしで続けられます。
help-in-private-thread = あなたとモデレーターだけが見られるプライベートスレッドで回答します。
help-in-channel = チャンネルで回答します。続けるには、私の回答に返信してください。
help-about = 既にあるメッセージについては、そのメニューから「アプリ」→ *これについて質問* を選んでください。
help-files = ログやコードなどのテキストファイルも読めます。
help-language = { $code ->
    [auto] ここでは、質問と同じ言語で回答します。`/language` で変更できます。
   *[other] ここでは { $language } で回答します。`/language` で変更できます。
}
help-new = スレッドで `/new` を使うと、新しい会話が始まります。
help-new-direct = `/new` を使うと、新しい会話が始まります。
help-handoff = スレッドで `/handoff` を使うか、回答の下の「サポートを呼ぶ」を押すと、{ $role } を呼び出します。その後は `/resume` まで、メンションされない限り発言しません。
help-roles = ここでは、次のいずれかのロールを持つメンバーにだけ回答します：{ $roles }
help-settings = あなたはこのサーバーを管理できます。どこで何に回答するかは `/settings` で決められます。
help-privacy = `/privacy` では、あなたの発言の扱いを確認でき、私に読まれないようにもできます。`/export` で保存内容を受け取り、`/forget` で削除できます。
