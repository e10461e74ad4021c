# What a member is told of the files of a question. $names: a list of files.

files-no-text = لا أقرأ حاليًا إلا الملفات النصية، لذا لم أقرأ: { $names }
files-too-large = أقرأ الملفات التي لا يزيد حجمها على 256 كيلوبايت، لذا لم أقرأ: { $names }
files-not-downloaded = تعذّر عليّ تنزيل { $names }. إن كان ذلك مهمًا، فيُرجى السؤال مرة أخرى.
# $most: a number, 100,000 today.
files-cut =
    قرأت من ملفاتك { $most ->
        [one] أول حرف
        [two] أول حرفين
        [few] أول { $most } أحرف
        [many] أول { $most } حرفًا
       *[other] أول { $most } حرف
    }.
quotation-left-out = لم أقرأ الرسالة التي أعدت توجيهها أو رددت عليها: لا أقرأ إلا ما أعرف أن من كتبه يسمح لي بقراءته.
# $note: one or several of those above.
hint-no-text =
    { $note }
    يُرجى كتابة سؤالك في رسالة.
