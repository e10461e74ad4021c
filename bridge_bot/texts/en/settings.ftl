# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = Choose what I answer on this server, where, and for whom
# $place: a mention of a channel, or the next text.
settings-title = ## My settings: { $place }
settings-whole-server = the whole server
settings-only-you = -# Only you see this. A change takes effect at once.

## What is told above the settings

settings-saved = Saved.
settings-unchanged = Nothing has changed.
settings-changed-meanwhile = Somebody has changed the settings since this was shown, so I left them as they are. This is the newest.
settings-newer = The settings have changed since this was shown. This is the newest.
settings-channel-gone = That channel is gone, or I can't see it. These are the settings of the whole server.
settings-store-failed = ⚠️ I can't get at the settings right now, so I don't know whether that was kept. Please try again in a moment.
# $field: one of `settings-name-…`. $most: a number.
settings-not-a-number = ⚠️ “{ $field }” takes a whole number from 0 to { $most }, or nothing. I have changed nothing.
settings-not-offered = That can't be chosen here any more. This is the newest.
settings-not-everybody = ⚠️ I never call everybody. Choose a role that some members have.
settings-not-allowed = Only members with the permission “Manage Server” can see and change my settings.
settings-outside = Settings belong to a server. Use this command there.

## Choosing what is shown

settings-choose-channel = The whole server. Choose a channel or forum here
settings-back-to-server = Show the whole server
settings-choose-page = What to show

settings-page-overview = Overview
settings-page-questions = Questions and answers
settings-page-askers = Who may ask
settings-page-limits = Limits
settings-page-extras = Sources, buttons, feedback and help
settings-page-changes = What was changed, and by whom

## One setting, what is in force and where that comes from

settings-name-served = What I answer
settings-name-answer-place = Where I answer
settings-name-chat-bot = Chatbot
settings-name-language = Language of my answers
settings-name-asker-roles = Who may ask
settings-name-shut-out = Who may not ask
settings-name-member-questions-per-minute = Questions a minute, of each member
settings-name-member-questions-per-day = Questions a day, of each member
settings-name-questions-per-day = Questions a day, of all together
settings-name-archive-after = Threads are archived after
settings-name-archive-resolved = Close resolved threads
settings-name-show-sources = Sources under answers
settings-name-show-controls = Buttons under answers
settings-name-feedback-channel = Channel for feedback
settings-name-help-role = Role that is called for help
settings-name-quiet-after-helper = I keep quiet after one of that role wrote
settings-name-paused = Pause

# $name: one of `settings-name-…`, $source: one of the next three, $value: one of the next section.
settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = set for this channel
settings-source-server = set for the server
settings-source-default = as usual
settings-none = None for this channel
settings-reset = Use that of the server
settings-reset-server = Back to the usual
settings-option-reset = As for the whole server
settings-option-reset-server = As usual
# $value: as above; it is the description of an option, and cut at 100 characters.
settings-option-now = Now: { $value }

## Values

settings-value-mentions = mentions of me
settings-value-messages = every message
settings-value-posts = every forum post
settings-value-nothing = nothing
settings-value-public-thread = in a public thread
settings-value-private-thread = in a private thread
settings-value-channel = in the channel
settings-value-usual-bot = the usual one
settings-value-bot-gone = { $bot }, which I don't have any more
settings-value-usual-language = as whoever runs me has set it
settings-value-everybody = everybody
settings-value-nobody = nobody
# $shown: mentions with blanks between them.
settings-value-more = { $shown } and { $more } more
settings-value-no-limit = no limit
# $limit: a number.
settings-value-operator-limit = { $limit }, by whoever runs me
settings-value-hour = an hour
settings-value-day = a day
settings-value-three-days = three days
settings-value-week = a week
settings-value-archive-usual = as the channel has it
settings-value-on = on
settings-value-off = off
settings-value-no-channel = none
settings-value-no-role = none
# Of $minutes, `[one]` is a single one.
settings-value-minutes =
    { $minutes ->
        [0] not at all
        [60] for an hour
        [240] for four hours
        [one] for a minute
       *[other] for { $minutes } minutes
    }
settings-value-paused = I'm taking a break
settings-value-running = I'm answering
settings-value-unset = as usual

settings-about-mentions = Only messages that mention me or reply to me
settings-about-messages = Costs: each message is a paid request. Talk between members is left out
settings-about-posts = Costs: each new post is a paid request. In posts, only what is meant for me
settings-about-nothing = No question at all, not even by a command
settings-about-public-thread = Everybody who sees the channel can read along
settings-about-private-thread = Only the asker and moderators see it
settings-about-channel = As a reply, without a thread

# $where: one of `settings-where-…`.
settings-confirm-messages =
    ⚠️ **Every message costs.** Each message that members write { $where }, but for talk between them, becomes a question to the chatbot: a paid request. On a busy day that can be thousands. You can set limits under “Limits”.
settings-confirm-posts =
    ⚠️ **Every post costs.** Each new post { $where } becomes a question to the chatbot: a paid request. You can set limits under “Limits”.
settings-where-server = anywhere on this server
settings-where-channel = in { $channel }
settings-take-messages = Yes, answer every message
settings-take-posts = Yes, answer every post
settings-cancel = Cancel

settings-choose-roles = Everybody. Choose roles here
settings-choose-members = Nobody. Choose members here
settings-choose-feedback-channel = None. Choose a channel here
settings-choose-help-role = None. Choose a role here
settings-feedback-note = -# Each answer that gets a 👎 is linked in the channel for feedback, once. Those in private threads are not.
settings-shut-out-note = -# Who may not ask on the whole server may not in any channel.

## Limits

settings-limits-note = -# Every paid request counts: a repeated question too. Days begin at 0:00 UTC.
settings-operator-limit = -# Whoever runs me allows { $limit }, and that holds.
settings-change-limits = Change the limits
settings-limits-form = Limits
settings-limit-about = Nothing: as usual. 0: no limit.
# $about: the text before. Both together are 100 characters at most.
settings-limit-about-operator = { $about } At most { $limit }, by whoever runs me.

## The pause of a server

settings-pause = Pause on this server
settings-go-on = Go on
settings-pause-note = -# While I pause, running answers end as they would; each new question gets one kind word and costs nothing.
settings-own-channels = Channels with settings of their own: { $channels }

## What I lack

# $permissions: a list of `settings-permission-…`, $effect: one of the next texts up to
# `settings-lacks-feedback` that does not begin with ⚠️.
settings-lacks = ⚠️ I lack { $permissions }, so { $effect }.
settings-lacks-all = I can't answer here
settings-lacks-thread = I can't open threads here and answer in the channel instead
settings-lacks-private-thread = I can't open private threads, and answer nothing here
settings-lacks-moderation = whoever asks here can bring others into a private thread
settings-lacks-history = after its first question I keep quiet in a post here unless I'm mentioned
settings-no-private-threads = ⚠️ There are no private threads here, so I answer nothing here. Choose another place.
settings-lacks-resolving = my answers here have no button “Resolved”
settings-lacks-feedback = I can't tell anybody of feedback there
settings-feedback-gone = ⚠️ The channel for feedback is gone, or I can't see it, so nobody is told of feedback. Choose another one, or none.
settings-lacks-askers = ⚠️ These roles are gone, so nobody may ask. Choose others, or none.
settings-lacks-content = ⚠️ I run without the message content intent, so I read only messages that mention me.
settings-operator-off = -# Whoever runs me has switched them off for all servers, and that holds.
settings-lacks-helpers = ⚠️ That role is gone, so nobody can be called. Choose another one.
settings-lacks-role = ⚠️ I can't ping that role: let everybody mention it, or give me “Mention @everyone, @here and All Roles”.
settings-permission-view-channel = “View Channel”
settings-permission-send-messages = “Send Messages”
settings-permission-create-public-threads = “Create Public Threads”
settings-permission-create-private-threads = “Create Private Threads”
settings-permission-send-messages-in-threads = “Send Messages in Threads”
settings-permission-manage-threads = “Manage Threads”
settings-permission-read-message-history = “Read Message History”
settings-permission-connect = “Connect”

## The list of changes

settings-no-changes = Nobody has changed anything yet.
# $when: a time as Discord shows it, such as “2 hours ago”. $former and $value: two values, as above.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Older changes
settings-newest = Newest changes
