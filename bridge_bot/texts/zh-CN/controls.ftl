# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = 停止
control-regenerate = 重新生成
control-try-again = 重试
control-sources = 来源
control-resolved = 已解决
control-help = 请人帮忙
control-asking-again = 我正在重新提问。新的回答会取代这一条。

## What "Resolved" has done

control-resolved-tagged =
    已标记为解决，并加上了标签“{ $tag }”。{ $closes ->
        [yes] 我现在把它关闭；发一条新消息就会重新打开。
       *[no] {""}
    }
control-resolved-full =
    解决了就好！这里的标签已达到 Discord 的上限，所以我没法加上“{ $tag }”。{ $closes ->
        [yes] 我现在把它关闭；发一条新消息就会重新打开。
       *[no] {""}
    }
control-resolved-done =
    解决了就好！{ $closes ->
        [yes] 我现在关闭这个子区；发一条新消息就会重新打开。
       *[no] {""}
    }

## Why nothing happens

control-not-yours = 只有提问的成员，以及能在这里管理消息的成员，才能这样做。
control-not-yours-to-resolve = 只有提问的成员，以及能在这里管理子区的成员，才能这样做。
control-resolved-forbidden = 我在这里不能再这样做了：我需要“管理子区”权限。
control-resolved-answering = 我还在这里回答一个问题，现在关闭这个子区会打断它。请等我回答完后再点一次。
control-resolved-gone = 没有成功：刚才有人关闭或更改了这个子区。请重试。
control-resolved-failed = Discord 现在不让我这样做。请稍后重试。
control-over = 这个回答已经结束了。
control-elsewhere = 我正在重启。请过一分钟再点一次。
control-forgotten = 我已经没有做这件事所需的信息了。请重新提问。
control-not-newest = 只有一段对话中最新的回答才能重新生成。
control-not-over = 我正在回答这个问题。
control-sources-gone = 这个回答的来源已经不在了：来源我只保留一段时间。
control-question-gone = 我已经无法读到完整的问题了。请重新提问。
control-asker-opted-out = 参与提问的人当中有人禁止我读取其消息，所以我不能重新提问。

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = 谢谢！你的 👍 已计入。
vote-changed = 你的投票已改为 👍。
vote-known = 你的 👍 早已计入，会一直保留。
vote-form = 哪里不好？
vote-form-about = 你的 👎 已计入，不填写直接关闭也可以。
vote-reasons = 请选择符合的情况
vote-reason-wrong = 内容有误
vote-reason-outdated = 内容过时
vote-reason-off-topic = 没有回答我的问题
vote-reason-incomplete = 不够完整
vote-reason-unclear = 不易理解
vote-comment = 用你自己的话说
vote-comment-about = 我的运营者可以看到这些内容。请不要写私密的信息。
vote-explained = 谢谢！已补充到你的 👎 中。
vote-forgotten = 我已经没有这个回答的记录了，所以无法计入你的投票。
vote-not-kept = ⚠️ 刚才没能保存。请稍后再点一次按钮。
vote-not-down = 你没有给这个回答投 👎，所以我没有保存。点击 👎 就可以补充说明。

## Endings of a reply

ending-stopped = 有人点击了按钮，已停止。

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = 回答中引用的来源
sources-consulted = 查阅过但未引用的来源
# Behind the name of a source: where in it.
sources-place = ，第 { $page } 页
sources-excerpt = “{ $excerpt }”
sources-untitled = 无标题
sources-page = 第 { $page } 页，共 { $pages } 页
sources-back = 上一页
sources-next = 下一页
