using System.Collections.Frozen;

namespace Tripod.Inspection.Values.Views;

/// <summary>Which view shows which type.</summary>
internal static class ViewCatalog
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string ObjectModel = "System.Collections.ObjectModel.";

    private static readonly FrozenDictionary<string, IView> ByDefinition = new Dictionary<string, IView>
    {
        ["System.DateTime"] = new ScalarView(Times.DateTime),
        ["System.DateTimeOffset"] = new ScalarView(Times.DateTimeOffset),
        ["System.TimeSpan"] = new ScalarView(Times.TimeSpan),
        ["System.DateOnly"] = new ScalarView(Times.DateOnly),
        ["System.TimeOnly"] = new ScalarView(Times.TimeOnly),
        ["System.Guid"] = new ScalarView(Numbers.Guid),
        ["System.Decimal"] = new ScalarView(Numbers.Decimal),
        ["System.Half"] = new ScalarView(Numbers.Half),
        ["System.Int128"] = new ScalarView(Numbers.Int128),
        ["System.UInt128"] = new ScalarView(Numbers.UInt128),
        ["System.Nullable"] = new NullableView(),
        ["System.ValueTuple"] = new TupleView("Item", "Rest"),
        ["System.Tuple"] = new TupleView("m_Item", "m_Rest"),
        ["System.Delegate"] = new DelegateView(),
        ["System.Exception"] = new ExceptionView(),
        ["System.RuntimeType"] = new TypeView(),
        ["System.Uri"] = new UriView(),
        ["System.Text.StringBuilder"] = new StringBuilderView(),
        ["System.Threading.Tasks.Task"] = new TaskView(),
        ["System.Threading.CancellationToken"] = new CancellationView(),
        ["System.Threading.CancellationTokenSource"] = new CancellationView(),
        ["System.Span"] = new SpanView(),
        ["System.ReadOnlySpan"] = new SpanView(),
        ["System.Memory"] = new SliceView("_object", "_index", "_length"),
        ["System.ReadOnlyMemory"] = new SliceView("_object", "_index", "_length"),
        ["System.ArraySegment"] = new SliceView("_array", "_offset", "_count"),
        [Generic + "KeyValuePair"] = new KeyValuePairView("key", "value"),
        [Generic + "List"] = new ArrayBackedView("_items", "_size"),
        [Generic + "Queue"] = new ArrayBackedView("_array", "_size", first: "_head"),
        [Generic + "Stack"] = new ArrayBackedView("_array", "_size", newestFirst: true),
        [Generic + "Dictionary"] = new DictionaryView(),
        [Generic + "HashSet"] = new HashSetView(),
        ["System.Collections.ArrayList"] = new ArrayBackedView("_items", "_size"),
        ["System.Collections.DictionaryEntry"] = new KeyValuePairView("_key", "_value"),
        ["System.Collections.Concurrent.ConcurrentDictionary"] = new ConcurrentDictionaryView(),
        [Immutable + "ImmutableArray"] = new ArrayBackedView("array"),
        [ObjectModel + "Collection"] = new WrapperView("items"),
        [ObjectModel + "ReadOnlyCollection"] = new WrapperView("list"),
        ["<>z__ReadOnlyArray"] = new WrapperView("_items"),
        ["<>z__ReadOnlyList"] = new WrapperView("_items"),
    }.ToFrozenDictionary();

    /// <summary>The view of a type, by its name without generic arguments; null if it has none.</summary>
    public static IView? Find(string definition) => ByDefinition.GetValueOrDefault(definition);
}
