using System.Diagnostics;
using Tripod.Host.Native;
using Tripod.Host.Zone;

namespace Tripod.Host.Capture;

/// <summary>The tracers' memory, and who has it: at most one at work, and those that linger.</summary>
internal sealed unsafe class Tracers(Control* control)
{
    private const long Grace = Time.NanosecondsPerSecond;

    /// <summary>Calls that were started again since the start.</summary>
    public int Restarted
    {
        get
        {
            int sum = 0;
            for (int i = 0; i < TracerMemory.MostTracers; i++)
                sum += control->Tracers[i].Restarted;
            return sum;
        }
    }

    /// <summary>Reaps tracers that have ended and kills those that hang; how many are left.</summary>
    public int Look()
    {
        int left = 0;
        for (int i = 0; i < TracerMemory.MostTracers; i++)
        {
            TracerMemory* tracer = control->Tracers + i;
            if (tracer->Pid == 0)
                continue;
            if (Kernel.TryReap(tracer->Pid, out bool isStopped) != 0)
            {
                tracer->Pid = 0;
                continue;
            }
            if (isStopped || Stopwatch.GetTimestamp() > tracer->Deadline + Grace)
                Kernel.Kill(tracer->Pid, Signal.SIGKILL);
            left++;
        }
        return left;
    }

    /// <summary>Gives the next tracer memory of its own; false if all is in use.</summary>
    public bool TryTake()
    {
        control->Lingering = Look();
        for (int i = 0; i < TracerMemory.MostTracers; i++)
        {
            TracerMemory* tracer = control->Tracers + i;
            if (tracer->Pid != 0)
                continue;
            tracer->Leave = 0;
            control->Mine = tracer;
            return true;
        }
        return false;
    }

    /// <summary>Ends one that was killed at work, but that the kernel held then; false if it still does.</summary>
    public bool TryEndWork()
    {
        TracerMemory* tracer = control->Mine;
        if (tracer->Pid == 0 || tracer->State == TracerMemory.Lingering)
            return true;
        if (!Reaper.TryEnd(tracer->Pid))
            return false;
        tracer->Pid = 0;
        return true;
    }

    /// <summary>Has all that linger end, whatever becomes of their threads; by themselves, should they have rights that we lack.</summary>
    public void Leave()
    {
        for (int i = 0; i < TracerMemory.MostTracers; i++)
            control->Tracers[i].Leave = 1;
    }
}
