# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = こちら側で問題が起きました。もう一度お試しください。
error-store = 今はこの会話を記録できませんでした。少ししてからもう一度お試しください。
error-platform = Discordに回答を受け付けてもらえませんでした。
error-platform-forbidden = ここでは続きを書く権限がありません。
error-text-refused = このサーバーのDiscordフィルターが本文をブロックしたため、ここには表示できません。
error-api-unexpected = チャットボットから回答がありませんでした。もう一度お試しください。
error-api-unreachable = 今はチャットボットに接続できません。少ししてからもう一度お試しください。
error-api-connection-lost = 回答が届く前に、チャットボットとの接続が切れました。もう一度お試しください。
error-api-timeout = チャットボットの回答に時間がかかりすぎました。少ししてからもう一度お試しください。
error-intermediary-refused =
    私とチャットボットの間にある中継に、質問を拒否されました（ステータス { $status }{ $server ->
        [unknown] {""}
       *[other] 、{ $server }
    }）。続くようなら、このボットの運営者による確認が必要です。
error-api-refused = チャットボットにキーを拒否されたか、契約が終了しています。このボットの運営者による確認が必要です。
error-api-bot-unknown = 設定されているチャットボットが存在しません。このボットの運営者による確認が必要です。
error-api-rate-limited =
    今、チャットボットに質問が集中しています。{ $minutes ->
        [0] 少ししてから
       *[other] { $minutes }分後に
    }もう一度お試しください。
error-api-busy = 今、チャットボットが混み合っているか、問題が起きています。少ししてからもう一度お試しください。
error-api-rejected = チャットボットがこの質問を受け付けませんでした。
error-api-malformed = チャットボットの回答を読み取れませんでした。もう一度お試しください。
error-answer-too-long = 回答が長く、これ以上表示できないため、ここで終わります。
error-api-broken-off = 回答がここで途切れました。もう一度質問してください。
