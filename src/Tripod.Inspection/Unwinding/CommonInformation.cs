namespace Tripod.Inspection.Unwinding;

/// <summary>What the functions of one object file have in common: a CIE (LSB 5.0, 10.6.1.1).</summary>
internal sealed record CommonInformation
{
    private const int MostLetters = 8;

    public required ulong CodeAlignment { get; init; }

    public required long DataAlignment { get; init; }

    public required int ReturnColumn { get; init; }

    public required byte[] Instructions { get; init; }

    /// <summary>Encoding of a function's addresses.</summary>
    public byte PointerEncoding { get; init; }

    public bool IsSignalFrame { get; init; }

    /// <summary>Functions have data of their own, whose length stands before them.</summary>
    public bool HasAugmentationData { get; init; }

    /// <summary>Reads a CIE behind its length; null if it is none, or has a form that is not known.</summary>
    public static CommonInformation? TryParse(ReadOnlySpan<byte> bytes)
    {
        var cursor = new ByteCursor(bytes, 0);
        bool isCie = cursor.U32() == 0;
        byte version = cursor.U8();
        if (!isCie || version is not (1 or 3) || !TryReadLetters(ref cursor, out string letters))
            return null;
        ulong codeAlignment = cursor.Uleb();
        long dataAlignment = cursor.Sleb();
        ulong returnColumn = version == 1 ? cursor.U8() : cursor.Uleb();
        byte encoding = 0;
        if (letters.Length > 0 && !TryReadAugmentation(ref cursor, letters, out encoding))
            return null;
        byte[] instructions = cursor.Rest().ToArray();
        return cursor.Failed || returnColumn > byte.MaxValue ? null : new CommonInformation
        {
            CodeAlignment = codeAlignment,
            DataAlignment = dataAlignment,
            ReturnColumn = (int)returnColumn,
            Instructions = instructions,
            PointerEncoding = encoding,
            IsSignalFrame = letters.Contains('S', StringComparison.Ordinal),
            HasAugmentationData = letters.Length > 0,
        };
    }

    private static bool TryReadLetters(ref ByteCursor cursor, out string letters)
    {
        letters = "";
        for (char letter = (char)cursor.U8(); letter != 0 && letters.Length < MostLetters; letter = (char)cursor.U8())
            letters += letter;
        return letters.Length == 0 || letters[0] == 'z';
    }

    // each letter but z and S has its data, in the order of the letters; an unknown one may change what all the rest mean
    private static bool TryReadAugmentation(ref ByteCursor cursor, string letters, out byte encoding)
    {
        encoding = 0;
        var data = new ByteCursor(cursor.Take(cursor.Uleb()), 0);
        foreach (char letter in letters.AsSpan(1))
            switch (letter)
            {
                case 'R':
                    encoding = data.U8();
                    break;
                case 'P': // the personality routine: its own encoding, then the pointer
                    _ = data.Pointer(data.U8());
                    break;
                case 'L':
                    _ = data.U8();
                    break;
                case 'S' or 'B': // a signal's frame; arm64: return addresses are signed with the B key
                    break;
                default:
                    return false;
            }
        return !data.Failed;
    }
}
