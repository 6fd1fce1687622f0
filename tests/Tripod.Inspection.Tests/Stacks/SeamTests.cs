using System.Buffers.Binary;
using System.Globalization;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>What the variables' side gets through the seam: the right frame, with its own arguments and locals.</summary>
public class SeamTests
{
    [Fact]
    public void Each_frame_of_a_recursion_has_its_own_argument()
    {
        ThreadStack thread = Read("recursion");
        string[] depths = [.. thread.Frames.Where(frame => frame.ShortMethod == "Recurse").Select(frame => Text(frame.Arguments[0]))];
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], depths);
    }

    [Fact]
    public void The_newest_frame_of_a_busy_loop_has_its_local()
    {
        Frame busy = Read("busy").Frames[^1];
        Variable spins = Assert.Single(busy.Locals, local => local.Name == "spins");
        Assert.InRange(int.Parse(Text(spins), CultureInfo.InvariantCulture), 1, int.MaxValue);
    }

    private static string Text(Variable variable) => Assert.IsType<Scalar>(variable.Value).Text;

    private static ThreadStack Read(string name)
    {
        using TargetProcess target = TargetProcess.Start("InspectStates");
        using var inspector = new Inspector(target.Pid, new InspectionOptions(), new IntegersOnly());
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadStacks(stopped.Capture(number));
            ThreadStack thread = sample.Thread(name);
            if (thread.Frames[^1].ShortMethod is "Sleep" or "Busy")
                return inspector.ReadVariables(sample).Thread(name);
        }
    }

    /// <summary>Reads the first four bytes of each variable as an int.</summary>
    private sealed class IntegersOnly : IFrameVariables
    {
        public void BeginSample()
        {
        }

        public Value Object(ulong address) => Value.Unavailable;

        public void Read(in FrameContext frame, List<Variable> arguments, List<Variable> locals)
        {
            if (frame.Symbols is not { } symbols)
                return;
            for (int i = 0; i < frame.Frame.ArgumentCount; i++)
                if (frame.Frame.TryGetArgument(i, out DacValue argument))
                    using (argument)
                        arguments.Add(Variable("", argument));
            for (int slot = 0; slot < frame.Frame.LocalCount; slot++)
                if (symbols.TryGetLocal(slot, frame.ILOffset, out LocalName local) && frame.Frame.TryGetLocal(slot, out DacValue value))
                    using (value)
                        locals.Add(Variable(local.Name, value));
        }

        private static Variable Variable(string name, in DacValue value)
        {
            Span<byte> bytes = stackalloc byte[64];
            bool isKnown = value.LocationCount == 1 && value.TryGetBytes(bytes, out int size) && size >= sizeof(int) && !Poison.IsPoison(bytes[..size]);
            return new Variable(name, "", isKnown
                ? new Scalar(BinaryPrimitives.ReadInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture))
                : Value.Unavailable);
        }
    }
}
