# Menschen zu einer Unterhaltung rufen und für sie still sein.

## Die Befehle

handoff-description = Rufe die Leute, die auf diesem Server helfen, zu dieser Unterhaltung
resume-description = Lass mich wieder antworten, wo ich gerade für Menschen still bin

## Was alle lesen können

# Steht hinter einer Erwähnung der Rolle, die gerufen wird.
handoff-call = { $member } bittet hier um Hilfe. Ich bin in dieser Unterhaltung still, bis jemand `/resume` benutzt. Wenn du mich erwähnst, antworte ich trotzdem.
resume-done = Ich antworte hier wieder.

## Was nur liest, wer den Befehl oder den Button benutzt hat

handoff-called = Ich habe { $role } gerufen. Es schaut jemand vorbei, sobald es geht, und so lange bin ich still.
handoff-called-lately = Hier wurde schon Hilfe gerufen. Du kannst <t:{ $until }:R> wieder rufen.
handoff-too-many = Auf diesem Server wurde in der letzten Stunde sehr oft Hilfe gerufen. Du kannst <t:{ $until }:R> wieder rufen.
handoff-no-role = Auf diesem Server ist niemand festgelegt, den ich rufen kann. Wer ihn verwaltet, kann das mit `/settings` tun.
handoff-unreachable = Ich kann die Leute, die hier helfen, nicht rufen: Ihre Rolle gibt es nicht mehr, oder ich darf sie nicht erwähnen. Es weiß also noch niemand davon. Wer den Server verwaltet, kann das mit `/settings` ändern.
handoff-failed = Discord hat meine Nachricht nicht angenommen, also wurde niemand gerufen. Bitte versuche es gleich noch einmal.
handoff-direct = In einer Direktnachricht ist niemand da, den ich rufen kann. Frag mich auf einem Server und rufe dort Hilfe.
handoff-outside = Benutze `/handoff` in einem Thread, in dem ich antworte, oder drücke „Hilfe rufen“ unter meiner Antwort.
resume-not-quiet = Ich bin hier gar nicht still. Frag mich einfach.
resume-not-yours = Das kann nur, wer zuerst gefragt hat, wer hier hilft oder wer Nachrichten oder Threads verwalten darf.
