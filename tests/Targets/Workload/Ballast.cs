namespace Workload;

internal static class Ballast
{
    private const int ArraySize = 80_000;

    /// <summary>Live arrays of the size asked for, each page written to, so that the heap is resident.</summary>
    internal static List<byte[]> Fill(int megabytes)
    {
        List<byte[]> arrays = [];
        for (long left = (long)megabytes << 20; left > 0; left -= ArraySize)
        {
            byte[] array = new byte[ArraySize];
            Array.Fill(array, (byte)arrays.Count);
            arrays.Add(array);
        }
        return arrays;
    }
}
