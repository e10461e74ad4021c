# Calling people to a conversation, and keeping quiet for them.

## The commands

handoff-description = このサーバーのサポート担当を、この会話に呼びます
resume-description = 発言を控えている場所で、私の回答を再開します

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member } がサポートを求めています。`/resume` が使われるまで、この会話では発言を控えます。メンションされれば回答します。
resume-done = ここでの回答を再開します。

## What only who used the command or the button reads

handoff-called = { $role } を呼びました。手の空いた人がここを見に来ます。それまで私は発言を控えます。
handoff-called-lately = ここにはもうサポート担当を呼んでいます。次に呼べるのは <t:{ $until }:R> です。
handoff-too-many = このサーバーでは、この1時間に何度もサポート担当が呼ばれています。次に呼べるのは <t:{ $until }:R> です。
handoff-no-role = このサーバーでは、呼び出す相手が決まっていません。サーバーを管理する人が `/settings` で設定できます。
handoff-unreachable = サポート担当を呼べません。ロールがなくなったか、私がメンションできないためです。まだ誰にも伝わっていません。サーバーを管理する人が `/settings` で変更できます。
handoff-failed = Discordに呼び出しを受け付けてもらえなかったため、誰も呼ばれていません。少ししてからもう一度お試しください。
handoff-direct = ダイレクトメッセージには、呼べる人がいません。サーバーで質問し、そこで呼んでください。
handoff-outside = `/handoff` は、私が回答しているスレッドで使ってください。または、私の回答の下の「サポートを呼ぶ」を押してください。
resume-not-quiet = ここでは発言を控えていません。そのまま質問してください。
resume-not-yours = この操作ができるのは、最初に質問した本人、サポート担当、メッセージまたはスレッドを管理できるメンバーだけです。
