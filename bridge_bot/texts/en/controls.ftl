# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = Stop
control-regenerate = Regenerate
control-try-again = Try again
control-sources = Sources
control-resolved = Resolved
control-help = Ask for help
control-asking-again = I'm asking again. The new answer takes the place of this one.

## What "Resolved" has done. $tag: a tag of the forum, $closes: whether the thread is closed.

control-resolved-tagged =
    This is marked as resolved now, with the tag “{ $tag }”.{ $closes ->
        [yes] {" "}I'm closing it; a new message opens it again.
       *[no] {""}
    }
control-resolved-full =
    Glad that's resolved! There are as many tags here as Discord allows, so I can't add “{ $tag }”.{ $closes ->
        [yes] {" "}I'm closing this now; a new message opens it again.
       *[no] {""}
    }
control-resolved-done =
    Glad that's resolved!{ $closes ->
        [yes] {" "}I'm closing this thread; a new message opens it again.
       *[no] {""}
    }

## Why nothing happens

control-not-yours = Only the member who asked, and members who may manage messages here, can do that.
control-not-yours-to-resolve = Only the member who asked, and members who may manage threads here, can do that.
control-resolved-forbidden = I may no longer do that here: I need the permission “Manage Threads”.
control-resolved-answering = I'm still answering a question here, and would close this thread. Please press it again once I'm done.
control-resolved-gone = That didn't work: this thread was closed or changed by somebody else just now. Please try again.
control-resolved-failed = Discord doesn't let me do that right now. Please try again in a moment.
control-over = This answer has ended already.
control-elsewhere = I'm just being restarted. Please press it again in a minute.
control-forgotten = I no longer have what I need for that. Please ask your question again.
control-not-newest = Only the newest answer of a conversation can be asked for again.
control-not-over = I'm answering this question just now.
control-sources-gone = I no longer have the sources of this answer: I only keep them for some time.
control-question-gone = I can't read the whole question any more. Please ask it again.
control-asker-opted-out = Somebody who asked this has forbidden me to read their messages, so I can't ask it again.

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = Thanks! Your 👍 is counted.
vote-changed = Your vote is 👍 now.
vote-known = Your 👍 is counted already, and stays.
vote-form = What was wrong?
vote-form-about = Your 👎 is counted, whether you fill this in or close it.
vote-reasons = Choose what fits
vote-reason-wrong = It is wrong
vote-reason-outdated = It is out of date
vote-reason-off-topic = It does not answer the question
vote-reason-incomplete = Something is missing
vote-reason-unclear = It is hard to understand
vote-comment = In your own words
vote-comment-about = Whoever runs me can read it. Please write nothing private.
vote-explained = Thanks! That is added to your 👎.
vote-forgotten = I no longer know this answer, so I can't count your vote.
vote-not-kept = ⚠️ I couldn't keep that just now. Please press the button again in a moment.
vote-not-down = You have no 👎 on this answer, so I haven't kept that. Press 👎 to add to it.

## Endings of a reply

ending-stopped = Stopped, as somebody asked by the button.

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = Cited in the answer
sources-consulted = Consulted, not cited
# Behind the name of a source: where in it. $page: a text, such as 12, 12–14 or iv.
sources-place = , page { $page }
# $excerpt: what the source says, in its language.
sources-excerpt = “{ $excerpt }”
sources-untitled = Without a title
sources-page = Page { $page } of { $pages }
sources-back = Back
sources-next = Next
