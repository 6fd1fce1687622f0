namespace Tripod.Inspection.Dac;

/// <summary>DacpTieredVersionData::OptimizationTier of dacprivate.h.</summary>
internal enum CodeTier
{
    Unknown = 0,
    MinOpt = 1,
    Optimized = 2,
    Tier0 = 3,
    Tier1 = 4,
    ReadyToRun = 5,
    Tier1Osr = 6,
    Tier0Instrumented = 7,
    Tier1Instrumented = 8,
}
