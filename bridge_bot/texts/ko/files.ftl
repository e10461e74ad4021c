# What a member is told of the files of a question. $names: a list of files.

files-no-text = 아직은 텍스트 파일만 읽을 수 있어서 다음 파일은 뺐어요: { $names }
files-too-large = 256KB까지의 파일만 읽을 수 있어서 다음 파일은 뺐어요: { $names }
files-not-downloaded = 다음 파일을 다운로드하지 못했어요: { $names }. 중요하다면 다시 질문해 주세요.
files-cut = 파일의 처음 { $most }자까지만 읽어요.
quotation-left-out = 전달하거나 답장한 메시지는 뺐어요. 작성자가 허락한 것으로 확인되는 메시지만 읽어요.
hint-no-text =
    { $note }
    질문은 메시지로 써 주세요.
