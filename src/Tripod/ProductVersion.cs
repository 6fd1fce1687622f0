namespace Tripod;

/// <summary>The version of Tripod, which Directory.Build.props sets.</summary>
internal static class ProductVersion
{
    /// <summary>As in <c>0.1.0</c>. Read from the assembly's name: to read an attribute would cost every start of a target milliseconds.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(fieldCount: 3);
}
