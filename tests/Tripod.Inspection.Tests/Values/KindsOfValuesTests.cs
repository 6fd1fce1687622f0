using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Values;

public sealed class KindsOfValuesTests(ValuesTarget target) : IClassFixture<ValuesTarget>
{
    [Theory]
    [InlineData("Scalars")]
    [InlineData("Texts")]
    [InlineData("Collections")]
    [InlineData("Objects")]
    [InlineData("Runtimes")]
    [InlineData("Kinds")]
    [InlineData("Secrets")]
    public void Each_kind_of_value_is_shown_as_approved(string type)
    {
        var all = target.All(type, target.Reader());
        var lines = all.Type.Fields.Select(field => $"{field.Name} = {ValueText.Of(all.Field(field, new Budget(new Limits())))}\n");
        Approved.Equals(string.Concat(lines), $"Values/{type}");
    }
}
