# Calling people to a conversation, and keeping quiet for them. A `…-description` is 100 characters at
# most. $member and $role are mentions.

## The commands

handoff-description = مناداة من يساعدون في هذا الخادم إلى هذه المحادثة
resume-description = السماح لي بالإجابة مجددًا حيث ألتزم الصمت إفساحًا لمن يساعدون

## What all can read

# Behind a mention of the role that is called.
handoff-call = هنا طلب مساعدة من { $member }. سألتزم الصمت في هذه المحادثة حتى يستخدم أحدٌ ⁨`/resume`⁩. وعند الإشارة إليّ أجيب رغم ذلك.
resume-done = أجيب هنا من جديد.

## What only who used the command or the button reads

handoff-called = ناديت { $role }. سيحضر من يستطيع المساعدة عند الإمكان، وسألتزم الصمت حتى ذلك الحين.
handoff-called-lately = سبق طلب المساعدة هنا. يمكنك طلبها مجددًا ⁨<t:{ $until }:R>⁩.
handoff-too-many = طُلبت المساعدة كثيرًا في هذا الخادم خلال الساعة الماضية. يمكنك طلبها مجددًا ⁨<t:{ $until }:R>⁩.
handoff-no-role = لم يُحدَّد في هذا الخادم من يمكنني مناداته. يمكن لمن يدير الخادم تحديد ذلك باستخدام ⁨`/settings`⁩.
handoff-unreachable = لا يمكنني مناداة من يساعدون هنا: رتبتهم لم تعد موجودة، أو لا يُسمح لي بالإشارة إليها. لذا لا أحد يعلم بطلبك بعد. يمكن لمن يدير الخادم تغيير ذلك باستخدام ⁨`/settings`⁩.
handoff-failed = لم يقبل ⁨Discord⁩ ندائي، لذا لم يُنادَ أحد. يُرجى المحاولة مجددًا بعد قليل.
handoff-direct = لا يوجد في الرسائل المباشرة من أناديه. يمكنك سؤالي في أحد الخوادم وطلب المساعدة هناك.
handoff-outside = يمكنك استخدام ⁨`/handoff`⁩ في سلسلة أجيب فيها، أو الضغط على «طلب المساعدة» أسفل إجابتي.
resume-not-quiet = لست ملتزمًا الصمت هنا. اسألني مباشرة.
resume-not-yours = هذا متاح فقط لمن سأل أولًا، ولمن يساعدون هنا، ولمن يملك صلاحية إدارة الرسائل أو السلاسل.
