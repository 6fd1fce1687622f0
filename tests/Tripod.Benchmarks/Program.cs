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
if (args.Any(argument => argument != "--quick"))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Tripod.Benchmarks [-- [startup [TRIPOD] | collector] [--quick]]");
    return 2;
}
Effort effort = args.Length > 0 ? Effort.Quick : Effort.Full;
Report.Machine();
List<Figure> figures = [.. GapBenchmark.Run(effort), .. LatencyBenchmark.Run(effort), .. MemoryBenchmark.Run(effort)];
Report.Figures(figures);
return figures.All(figure => figure.IsReached) ? 0 : 1;
