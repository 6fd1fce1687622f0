namespace InspectFolds;

/// <summary>Async methods that run on after an await.</summary>
internal static class Resumed
{
    private static readonly TaskCompletionSource Go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static void Start()
    {
        Place.Threads++;
        Place.Arrived.AddCount();
        _ = OuterAsync("resumed");
        Go.SetResult();
    }

    private static async Task OuterAsync(string name)
    {
        await InnerAsync(name);
        Place.Sleep(); // resumed outside
    }

    private static async Task<int> InnerAsync(string name)
    {
        await Go.Task;
        Thread.CurrentThread.Name = name;
        return name.Length;
    }
}
