namespace TypeLoads;

internal interface IVisitor
{
    void Visit(int depth);
}
