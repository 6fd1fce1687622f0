using System.Text;

namespace Unmanaged;

/// <summary>Closes all descriptors that it did not open, opens files in their place, and looks at the end whether they are as they were.</summary>
internal static unsafe class Descriptors
{
    private const int First = 3;
    private const int Last = 1023;
    private const int Size = 16;

    internal static int Replace()
    {
        int[] files = new int[Last - First + 1];
        _ = Holds(-1, 0); // what runs below has run before: the runtime opens no assembly in between
        for (int number = First; number <= Last; number++)
            _ = Libc.Call(Libc.Close, number);
        for (int i = 0; i < files.Length; i++)
            files[i] = Open(i);
        Libc.Print("replaced");
        Libc.WaitForWord();
        int kept = 0;
        for (int i = 0; i < files.Length; i++)
            kept += Holds(files[i], i) ? 1 : 0;
        Libc.Print($"{kept} of {files.Length} files are as they were");
        return 0;
    }

    /// <summary>A new file with some content, on the lowest free number.</summary>
    private static int Open(int index)
    {
        byte[] content = Content(index);
        int file = Libc.Call(Libc.Open, Libc.String($"file{index}"), Libc.O_RDWR | Libc.O_CREAT, 0x180);
        fixed (byte* start = content)
            return Libc.Call(Libc.Write, file, (nint)start, Size) == Size ? file : -1;
    }

    private static bool Holds(int file, int index)
    {
        byte[] content = new byte[Size + 1];
        fixed (byte* start = content)
            return Libc.Call(Libc.Pread, file, (nint)start, Size + 1, 0) == Size && content.AsSpan(0, Size).SequenceEqual(Content(index));
    }

    private static byte[] Content(int index) => Encoding.ASCII.GetBytes($"content {index}".PadRight(Size));
}
