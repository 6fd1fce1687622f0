using Tripod.Benchmarks;
using Tripod.Benchmarks.Collectors;
using Tripod.Benchmarks.Gaps;
using Tripod.Benchmarks.Latency;
using Tripod.Benchmarks.Memory;
using Tripod.Benchmarks.StartUp;

if (ClrMdReader.IsMeant(args))
    return ClrMdReader.Run(args);
if (args is [StartUpBenchmark.Command, .. var installed])
    return StartUpBenchmark.Run(installed);
if (args is [CollectorBenchmark.Command, .. var options])
    return CollectorBenchmark.Run(options);
if (args is [AsyncBenchmark.Command, .. var effort])
    return AsyncBenchmark.Run(effort);
if (args.Any(argument => argument != "--quick"))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Tripod.Benchmarks [-- [startup [TRIPOD] | collector | async] [--quick]]");
    return 2;
}
Effort usual = args.Length > 0 ? Effort.Quick : Effort.Full;
Report.Machine();
List<Figure> figures = [.. GapBenchmark.Run(usual), .. LatencyBenchmark.Run(usual), .. MemoryBenchmark.Run(usual)];
Report.Figures(figures);
return figures.All(figure => figure.IsReached) ? 0 : 1;
