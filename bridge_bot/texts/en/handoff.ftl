# Calling people to a conversation, and keeping quiet for them. A `…-description` is 100 characters at
# most. $member and $role are mentions.

## The commands

handoff-description = Call the people who help on this server to this conversation
resume-description = Let me answer again where I keep quiet for people

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member } asks for help here. I keep quiet in this conversation until somebody uses `/resume`. Mention me, and I answer all the same.
resume-done = I answer here again.

## What only who used the command or the button reads

handoff-called = I've called { $role }. They look in here when they can, and I keep quiet meanwhile.
handoff-called-lately = People have been called here already. You can call again <t:{ $until }:R>.
handoff-too-many = People have been called very often on this server within the last hour. You can call again <t:{ $until }:R>.
handoff-no-role = This server has named nobody to call. Someone who manages it can do that with `/settings`.
handoff-unreachable = I can't call the people who help here: their role is gone, or I may not mention it. So nobody knows of this yet. Someone who manages the server can change that with `/settings`.
handoff-failed = Discord didn't take my call, so nobody was called. Please try again in a moment.
handoff-direct = There is nobody to call in a direct message. Ask me on a server, and call people there.
handoff-outside = Use `/handoff` in a thread where I answer, or press “Ask for help” under my answer.
resume-not-quiet = I don't keep quiet here. Just ask me.
resume-not-yours = Only the member who asked first, the people who help here, and members who may manage messages or threads can do that.
