# Lo que se le dice a un miembro de los archivos de una pregunta.

files-no-text = Por ahora solo puedo leer archivos de texto, así que he dejado fuera: { $names }
files-too-large = Leo archivos de hasta 256 KB, así que he dejado fuera: { $names }
files-not-downloaded = No pude descargar { $names }. Si es importante, vuelve a preguntar, por favor.
files-cut =
    { $most ->
        [one] He leído el primer carácter de tus archivos.
       *[other] He leído los primeros { $most } caracteres de tus archivos.
    }
quotation-left-out = He dejado fuera el mensaje que reenviaste o al que respondiste: solo leo un mensaje si sé que quien lo escribió me lo permite.
hint-no-text =
    { $note }
    Escribe tu pregunta como mensaje.
