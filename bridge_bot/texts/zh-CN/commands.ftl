# What the slash commands say of themselves and answer. A `…-description` is 100 characters at most.

ask-description = 向聊天机器人提问
ask-question-name = 问题
ask-question-description = 你想知道什么
ask-file-name = 文件
ask-file-description = 与问题相关的文本文件，例如日志。会和问题一起显示
ask-private = 我会在私密子区里回答，并在那里提及你。
language-description = 查看或选择我的回答语言
language-language-name = 语言
language-language-description = 回答使用的语言
language-unknown = 我不认识语言“{ $code }”。请从 /language 的列表中选择；没有做任何更改。
language-outside = 这里没有单独的对话。我回答的子区里，或者与我的私信里才有。

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = 就此提问
about-form = 就这条消息提问
about-question = 你的问题
about-default = 这是什么意思？
# Above the quotation of the question.
about-shown = -# 关于 { $link }
# To the chatbot, between the question and the text of the message.
about-quoted = 问题所针对的消息：
about-nothing = 那条消息里没有我能读的文本。
about-opted-out = 我不能读那条消息：写下它的人不希望我读。
about-forgotten = 那条消息已经不在我手边了。如果它还在，请打开它的菜单再问一次。

## /new

new-description = 在这里开始一段新对话
new-begun = 新对话从这里开始：从下一个问题起，聊天机器人不再记得上面说过的内容。
new-outside = 在频道里，每个问题都会自动开始一段新对话。请在我回答的子区或与我的私信中使用 /new。

## /help: an introduction, and below it a list of those that are true here, all in one message.

help-description = 怎么向我提问，以及这里能做什么
help-intro = 我把你的问题转给聊天机器人，再把它的回答给你看。回答由 AI 撰写，重要的内容请自行核实。
help-mentions = 提及 { $bot } 并写下问题，回复我，或者使用 `/ask`。
help-messages = 这里的每条消息都是给我的问题，写给别人的除外。也可以用 `/ask`。
help-posts = 这里的每个新帖子都是给我的问题。在其他帖子里，请提及 { $bot } 或使用 `/ask`。
help-direct = 这里的每条消息都是给我的问题。
help-elsewhere = 请使用 `/ask`。我不是这里的成员，所以问题和回答只有你能看到。
help-own-thread = 这个子区里的每条消息都是给我的问题，写给别人的除外。
help-in-thread = 我会为你的问题开一个子区来回答，在那里继续提问不需要提及我。
help-in-private-thread = 我会在私密子区里回答，只有你和版主能看到。
help-in-channel = 我会在频道里回答。回复我的回答就能继续。
help-about = 想问一条已有的消息：打开它的菜单，选择“APP”，再选 *就此提问*。
help-files = 我也能读文本文件，例如日志或代码。
help-language = { $code ->
    [auto] 我在这里用问题所用的语言回答你。用 `/language` 可以另选一种。
   *[other] 我在这里用 { $language } 回答你。用 `/language` 可以另选一种。
}
help-new = 在子区里使用 `/new` 可以开始一段新对话。
help-new-direct = 使用 `/new` 可以开始一段新对话。
help-handoff = 在子区里使用 `/handoff`，或点击回答下方的“请人帮忙”，可以把 { $role } 叫来。之后我会在那里保持安静，直到有人使用 `/resume`，除非提及我。
help-roles = 在这里我只回答拥有以下任一身份组的成员：{ $roles }
help-settings = 你可以管理这个服务器：用 `/settings` 决定我在哪里做什么。
help-privacy = `/privacy` 说明你的话会被怎样处理，也可以禁止我读它们。`/export` 和 `/forget` 可以给你一份我存储的内容，并把它删除。
