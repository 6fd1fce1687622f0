namespace Tripod.Proof.Generation;

/// <summary>Writes a C# program in which every variable's right value follows from its name. The same seed gives the same program.</summary>
internal sealed class ProgramGenerator
{
    /// <summary>Stands for the class Root, whose frame is the oldest of each walk.</summary>
    public const int RootNumber = 0;

    private const int Layers = 6, MethodsInLayer = 8;

    private readonly Random _random;
    private readonly Source _source = new(new Answers());
    private readonly List<List<Method>> _layers = [];

    private ProgramGenerator(int seed) => _random = new Random(seed);

    /// <summary>The program of a seed.</summary>
    public static GeneratedProgram Generate(int seed)
    {
        var generator = new ProgramGenerator(seed);
        generator.Plan();
        generator.Write();
        return new GeneratedProgram(seed, generator._source.Text, generator._source.Answers);
    }

    /// <summary>Methods call those of the next layer alone, so that it is known which call each line makes.</summary>
    private void Plan()
    {
        var shapes = Enum.GetValues<Shape>();
        int[] order = [.. Enumerable.Range(0, Layers * MethodsInLayer)];
        _random.Shuffle(order);
        for (int layer = 0, number = 0; layer < Layers; layer++)
        {
            _layers.Add([]);
            for (int i = 0; i < MethodsInLayer; i++)
                _layers[layer].Add(MethodPlan.Of(_random, number + 1, shapes[order[number++] % shapes.Length]));
        }
    }

    private void Write()
    {
        foreach (string line in (string[])["using System;", "using System.Collections.Generic;", "using System.Runtime.CompilerServices;", "using System.Threading.Tasks;", "#pragma warning disable", "namespace Proof;"])
            _source.Plain(line);
        WriteRoot();
        WriteGarbage();
        for (int layer = 0; layer < Layers; layer++)
            foreach (var method in _layers[layer])
                new MethodWriter(_source, _random, method, Callees(method, layer + 1)).Write();
    }

    private void WriteRoot()
    {
        var root = new Method(RootNumber, Shape.Static, []);
        _source.Plain("static class Root");
        _source.Plain("{");
        _source.Plain("[MethodImpl(MethodImplOptions.NoInlining)]");
        _source.Line(root, "public static void Loop(Walk walk)");
        _source.Plain("{");
        _source.Line(root, "long sum = 0;");
        _source.Line(root, "while (true)");
        _source.Plain("{");
        _source.Line(root, "Rubbish.Drop();");
        new Body(_source, _random, root, Called(_layers[0])).WriteCalls();
        _source.Plain("}");
        _source.Plain("}");
        _source.Plain("}");
    }

    // while a module is initialised no other thread runs its code, and whoever waits for one waits for ever
    private List<Method> Callees(Method method, int layer) => layer < Layers && method.Shape is not Shape.ModuleInitializer ? Called(_layers[layer]) : [];

    private static List<Method> Called(List<Method> layer) => layer.FindAll(method => !method.IsRoot);

    /// <summary>Objects that are garbage at once, for those methods that only the collector calls.</summary>
    private void WriteGarbage()
    {
        _source.Plain("static class Garbage");
        _source.Plain("{");
        _source.Plain("public static void Make()");
        _source.Plain("{");
        foreach (var method in _layers.SelectMany(layer => layer).Where(method => method.Shape is Shape.Finalizer))
            _source.Plain($"new {method.Class}();");
        _source.Plain("}");
        _source.Plain("}");
    }
}
