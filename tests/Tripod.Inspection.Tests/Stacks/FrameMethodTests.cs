using System.Runtime.InteropServices;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;

namespace Tripod.Inspection.Tests.Stacks;

public class FrameMethodTests
{
    // what is used where the runtime's own description cannot be had
    [Fact]
    public void A_frame_knows_its_method_as_the_runtime_describes_it()
    {
        using TargetProcess target = TargetProcess.Start("InspectNames");
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        var layout = ContextLayout.For(RuntimeInformation.ProcessArchitecture)!;
        using var reader = new TwinReader(target.Pid, RuntimeInformation.ProcessArchitecture, new ThreadContexts(layout));
        reader.BeginSample(stopped.Capture());
        using TargetRuntime runtime = TargetRuntime.Open(reader);
        Assert.True(runtime.Dac.TryGetTask((uint)target.Pid, out DacTask task));
        using (task)
        {
            Assert.True(task.TryCreateStackWalk(out DacStackWalk walk));
            using (walk)
                Assert.InRange(CountFrames(runtime.Dac, walk, layout), 20, int.MaxValue);
        }
    }

    private static int CountFrames(DacProcess dac, in DacStackWalk walk, ContextLayout layout)
    {
        int count = 0;
        byte[] context = new byte[layout.Size];
        do
        {
            if (!walk.IsManaged || !walk.TryGetContext(layout.AllFlags, context) || !dac.Sos.TryGetMethod(dac.Sos.GetMethodDesc(layout.GetIp(context) - 1), out DacMethodDesc described))
                continue;
            Assert.True(walk.TryGetFrame(out DacFrame frame));
            using (frame)
            {
                Assert.True(frame.TryGetMethod(out DacMethod method));
                using (method)
                {
                    Assert.True(method.TryGetTokenAndModule(out int token, out ulong module));
                    Assert.Equal((described.Token, described.Module), (token, module));
                }
            }
            count++;
        }
        while (walk.Next());
        return count;
    }
}
