using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class AsyncTests
{
    [Fact]
    public async Task An_async_method_shows_under_its_own_name_with_the_variables_of_its_author()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("AsyncWork"));
        LoggedSample sample = await run.Sample(sample => Cooking(sample) is not null);

        LoggedFrame frame = Cooking(sample)!;
        Assert.EndsWith("Program.Cook", frame.Method, StringComparison.Ordinal);
        IEnumerable<KeyValuePair<string, string>> variables = frame.Arguments.Concat(frame.Locals);
        Assert.Contains(new("dish", "\"soup\""), variables);
        Assert.Contains(new("guests", "3"), variables);
        Assert.Contains(new("portions", "4"), variables);
        Assert.DoesNotContain(variables, variable => variable.Key.Contains('<'));
    }

    private static LoggedFrame? Cooking(LoggedSample sample) =>
        sample.Full.SelectMany(thread => thread.Frames).FirstOrDefault(frame => frame.SourceText == "Stir(dish);");
}
