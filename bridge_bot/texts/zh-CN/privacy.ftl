# What members are told of their own words: by /privacy, above a first answer, after opting out.
# A `…-description` is 100 characters at most.

## Above a member's first answer

first-answer = 这些回答由 AI 撰写，重要的内容请自行核实。问题会发送到 { $host }。详情：/privacy

## A member who has opted out

refused-opted-out = 你要求我不读你的消息，所以我不会回答你。可以用 /privacy 更改。
ending-opted-out = 应提问者的要求，我在这里停下了。

## /privacy

# All of it together is one message of 4,000 characters at most.
privacy-description = 你的话会被怎样处理，以及怎样禁止我读它们
privacy-sent = **你的问题发往哪里。** 回答由 AI 给出：每个问题会连同所选的语言一起发送给 `{ $host }` 的聊天机器人。聊天机器人不会得知你的名字或 ID。它会记住一段对话中的问题。
privacy-read = **我读什么。** 向我提问的消息：提及我或回复我的消息、我所开子区里的消息、给我的私信、你在命令里填写的内容、有人通过菜单向我问起的消息；如果服务器的版主这样设置，还有某个频道的每条消息。问题所回复或转发的消息我也会读，除非其作者禁止。其他内容我一概不转发。
privacy-stored = **我存储什么。** 你的问题原文，保留到回答完为止；回答只存储聊天机器人列出的来源，各附一小段摘录。每个问题：谁在何时何地提问（Discord 的 ID）、我用来回答的消息的 ID、结果如何、所用的语言。每段对话：它在聊天机器人那边的 ID、语言和所用的聊天机器人。你今天问了多少个问题。有人被叫到某段对话，以及我从何时起在那里保持安静。你已知道是 AI 在回答。你为自己选择的语言，以及你的 Discord 语言。你的 👍 和 👎，以及你在 👎 表单里写的内容。你在这里选择的设置。如果你更改了服务器里我的设置：改了什么、何时改的。
privacy-kept = **保留多久。** 每日计数当天结束就清除，我保持安静的记录一周后清除。你的问题、我对其回答的记录以及你的投票会在 { $days } 天后删除。你已知道是 AI 在回答这一点，以及你在这里的选择，会保留到你更改为止。`/export` 把全部内容以文件给你，`/forget` 将其删除。
privacy-page = **更多。** 我的运营者在这里提供更多说明：<{ $url }>
privacy-may-opt-out = **你的选择。** 你可以禁止我在任何服务器上读取或引用你的消息。这样我也不会再回答你，正在写的回答也会结束。
privacy-is-opted-out = **你的选择。** 你已禁止我在任何服务器上读取或引用你的消息，所以我不会回答你。你可以重新允许。
# Two buttons, 34 characters at most.
privacy-opt-out = 不要读我的消息
privacy-opt-in = 重新允许读我的消息

## /forget and /export

forget-description = 删除我存储的关于你的内容
forget-asked = **要我忘记你吗？** 我会在所有服务器上删除你的问题以及我对其回答的记录、你的投票，还有只有你用过的对话在聊天机器人那边的 ID。之后聊天机器人不再记得那里说过的内容。这个操作无法撤销。可以先用 `/export` 看看有什么。
# A button, 34 characters at most.
forget-confirm = 忘记我
forget-done = 我已删除所存储的关于你的内容。问题：{ $questions } 个。回答的来源：{ $sources } 个。投票：{ $votes } 个。聊天机器人那边的对话 ID：{ $conversations } 个。
forget-left = 我还不能删除的问题：{ $count } 个。它们是最近十分钟内提出的，或者回答尚未结束。请稍后再用一次 `/forget`。
forget-stays = 以下内容会保留：你是否禁止我读你的消息、某个服务器是否禁止你提问、你对服务器设置的更改，以及今天的计数。
forget-elsewhere = 别处保存的内容我无法删除：聊天机器人会保留收到的问题；我们的消息会留在 Discord 上，直到你或版主在那里删除。
export-description = 以文件形式获取我存储的关于你的全部内容
export-done = 这是我存储的关于你的全部内容。只有你能看到。
export-nothing = 我没有存储任何关于你的内容。
export-too-large = 内容超过了 Discord 文件的大小上限。可以向我的运营者索取。
