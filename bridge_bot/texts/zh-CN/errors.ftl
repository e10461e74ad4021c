# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = 我这边出了点状况。请重试。
error-store = 我刚才没能记录这段对话。请稍后重试。
error-platform = Discord 没有接受我的回答。
error-platform-forbidden = 我没有权限在这里继续写。
error-text-refused = 这个服务器的 Discord 过滤器拦截了这段文字，所以我不能在这里显示。
error-api-unexpected = 聊天机器人没有给出回答。请重试。
error-api-unreachable = 我现在连不上聊天机器人。请稍后重试。
error-api-connection-lost = 聊天机器人还没回答，连接就断开了。请重试。
error-api-timeout = 聊天机器人花的时间太长了。请稍后重试。
error-intermediary-refused =
    我和聊天机器人之间的中间环节拒绝了这个问题（状态 { $status }{ $server ->
        [unknown] {""}
       *[other] ，来自 { $server }
    }）。如果持续出现，需要我的运营者来查看。
error-api-refused = 聊天机器人拒绝了我的密钥，或者订阅已经到期。需要我的运营者来查看。
error-api-bot-unknown = 为我配置的聊天机器人不存在。需要我的运营者来查看。
error-api-rate-limited =
    聊天机器人现在收到的问题太多了。请{ $minutes ->
        [0] 稍后
       *[other] 在 { $minutes } 分钟后
    }重试。
error-api-busy = 聊天机器人现在很忙，或者出了故障。请稍后重试。
error-api-rejected = 聊天机器人没有接受这个问题。
error-api-malformed = 聊天机器人的回答无法解读。请重试。
error-answer-too-long = 回答太长，我无法全部显示，所以到此为止。
error-api-broken-off = 回答在这里中断了。请再问一次。
