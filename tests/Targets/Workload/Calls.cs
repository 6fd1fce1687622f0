namespace Workload;

/// <summary>Async calls that never come back.</summary>
internal static class Calls
{
    private static readonly TaskCompletionSource<int> Never = new();

    /// <summary>So many calls, in chains of two.</summary>
    internal static Task<int>[] Start(int count)
    {
        var calls = new Task<int>[count / 2];
        for (int i = 0; i < calls.Length; i++)
            calls[i] = Serve(i);
        return calls;
    }

    private static async Task<int> Serve(int number)
    {
        string customer = $"customer {number}";
        return await Ask(customer) + number;
    }

    private static async Task<int> Ask(string customer)
    {
        int answer = await Never.Task;
        return answer + customer.Length;
    }
}
