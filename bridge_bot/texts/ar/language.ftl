# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = نطاق
language-scope-description = لمن تسري. إن لم يُحدَّد: للمحادثة، وفي القنوات لك
language-option-reset = بلا لغة خاصة
language-scope-conversation = هذه المحادثة
language-scope-me = أنا، في كل مكان
language-scope-channel = هذه القناة
language-scope-server = هذا الخادم
language-auto = لغة السؤال
language-unset = غير محددة
language-no-server = لا يمكن اختيار ذلك إلا في خادم أنا من أعضائه.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] من الآن فصاعدًا أجيب هنا بلغة السؤال.
    [reset] لم تعد لهذه المحادثة لغة خاصة بها.
   *[other] من الآن فصاعدًا أجيب هنا باللغة: { $language }.
}
language-chosen-me = { $code ->
    [auto] من الآن فصاعدًا أجيبك بلغة سؤالك.
    [reset] لم تعد لك لغة خاصة بك.
   *[other] من الآن فصاعدًا أجيبك باللغة: { $language }.
}
language-chosen-channel = { $code ->
    [auto] من الآن فصاعدًا أجيب في هذه القناة بلغة السؤال.
    [reset] لم تعد لهذه القناة لغة خاصة بها.
   *[other] من الآن فصاعدًا أجيب في هذه القناة باللغة: { $language }.
}
language-chosen-server = { $code ->
    [auto] من الآن فصاعدًا أجيب في هذا الخادم بلغة السؤال.
    [reset] لم تعد لهذا الخادم لغة خاصة به.
   *[other] من الآن فصاعدًا أجيب في هذا الخادم باللغة: { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] أجيبك هنا بلغة سؤالك.
   *[other] أجيبك هنا باللغة: { $language }.
}
language-layer-conversation = هذه المحادثة: { $language }
language-layer-me = أنت، في كل مكان: { $language }
language-layer-channel = هذه القناة: { $language }
language-layer-server = هذا الخادم: { $language }
language-layer-default = من يشغّلني: { $language }
language-how = -# يسري أول ما حُدِّد من هذه. ولتغييره يُستخدم ⁨`/language`⁩ مع لغة ونطاق.
