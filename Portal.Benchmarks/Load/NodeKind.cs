namespace Portal.Benchmarks.Load;

internal enum NodeKind
{
    Root,
    Element,
    Text,
    Markup,
    Component,
}
