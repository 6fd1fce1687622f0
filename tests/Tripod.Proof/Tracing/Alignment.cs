namespace Tripod.Proof.Tracing;

/// <summary>Puts two lists side by side so that as many items as possible are equal (the longest common subsequence).</summary>
internal static class Alignment
{
    public const int None = -1;

    /// <summary>Pairs of positions in order; of an item that only one list has, the other's is <see cref="None"/>.</summary>
    public static IEnumerable<(int First, int Second)> Of(int firsts, int seconds, Func<int, int, bool> areEqual)
    {
        int[,] common = Common(firsts, seconds, areEqual);
        int i = 0, j = 0;
        while (i < firsts || j < seconds)
            if (i < firsts && j < seconds && areEqual(i, j))
                yield return (i++, j++);
            else if (j == seconds || i < firsts && common[i + 1, j] >= common[i, j + 1])
                yield return (i++, None);
            else
                yield return (None, j++);
    }

    /// <summary>How many items are common to what is left of both, from each pair of positions on.</summary>
    private static int[,] Common(int firsts, int seconds, Func<int, int, bool> areEqual)
    {
        int[,] common = new int[firsts + 1, seconds + 1];
        for (int i = firsts - 1; i >= 0; i--)
            for (int j = seconds - 1; j >= 0; j--)
                common[i, j] = areEqual(i, j) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
