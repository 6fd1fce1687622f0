using System.Globalization;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>In a finally block of optimised code the JIT's notes may name another variable's register.</summary>
public sealed class FinallyTests
{
    private const int Least = 4;

    [Fact]
    public void Variables_in_registers_are_shown_and_none_with_the_value_of_another()
    {
        Sample sample = Sampled.AtInput("InspectStatesOptimized", "finally");
        foreach (string thread in (string[])["passed", "thrown"])
        {
            Frame frame = sample.FrameOf(thread, "Block");
            var shown = frame.Locals.Where(variable => variable.Name.StartsWith('v') && variable.Value is Scalar).ToList();
            Assert.All(shown, variable => Assert.Equal(Number(variable.Name), ((Scalar)variable.Value).Text));
            Assert.True(shown.Count(variable => Number(variable.Name).Length > 1) >= Least, $"{thread}: {string.Join(", ", frame.Locals)}");
        }
    }

    private static string Number(string name) => int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
