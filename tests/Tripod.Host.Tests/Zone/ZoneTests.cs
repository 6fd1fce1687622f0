using System.Reflection.Metadata;
using Tripod.Host.Capture;
using Tripod.Host.Tests.Zone.Negative;

namespace Tripod.Host.Tests.Zone;

public class ZoneTests
{
    private const string Space = "Tripod.Host.Zone";

    [Fact]
    public void No_method_of_the_zone_needs_the_runtime()
    {
        using var zone = new ZoneInspector(typeof(StartupHook).Assembly.Location);

        string[] violations = [.. from type in zone.Types(Space)
                                  from method in zone.Methods(type)
                                  from violation in zone.Violations(method)
                                  select zone.Name(method) + ": " + violation];

        Assert.Empty(violations);
    }

    [Fact]
    public void The_zone_has_no_static_fields()
    {
        using var zone = new ZoneInspector(typeof(StartupHook).Assembly.Location);

        Assert.Empty(zone.Types(Space).SelectMany(zone.StaticFields));
    }

    [Fact]
    public void Every_class_of_the_zone_is_prepared()
    {
        using var zone = new ZoneInspector(typeof(StartupHook).Assembly.Location);

        string[] written = [.. zone.Types(Space).Where(type => zone.IsClass(type) && zone.Methods(type).Any()).Select(zone.Name).Order()];

        Assert.True(written.Length > 10);
        Assert.Equal(written, ZonePreparation.Zone.Select(type => type.Name).Order());
    }

    [Fact]
    public void What_is_forbidden_is_found()
    {
        using var inspector = new ZoneInspector(typeof(Forbidden).Assembly.Location);
        TypeDefinitionHandle type = inspector.Types(typeof(Forbidden).Namespace!).Single(type => inspector.Name(type) == nameof(Forbidden));

        IEnumerable<string> found = inspector.Methods(type)
            .Select(method => inspector.Name(method) + ": " + string.Join(", ", inspector.Violations(method)));

        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Zone", "Forbidden.approved.txt")), found);
    }
}
