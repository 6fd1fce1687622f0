namespace InspectExtremes;

/// <summary>Large, but for the most part never touched, so that the pages are not there.</summary>
internal static class Sizes
{
    private const int Characters = 250_000_000;
    private const int Bytes = 2_000_000_000;

    internal static void Hold()
    {
        string half = new('\0', Characters);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(Bytes);
        char[] characters = GC.AllocateUninitializedArray<char>(Characters);
        List<byte> list = [];
        list.Capacity = Characters;
        int after = 17;
        Handshake.Reached();
        Handshake.WaitForWord();
        GC.KeepAlive((half, bytes, characters, list, after));
    }
}
