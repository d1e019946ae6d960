namespace Portal.Benchmarks.Load;

/// <summary>One node of what a browser would show.</summary>
internal sealed class Node(NodeKind kind, string text)
{
    private Dictionary<string, string>? _attributes;
    private Dictionary<string, ulong>? _events;

    public NodeKind Kind { get; } = kind;

    /// <summary>The element's name, the text, or the markup.</summary>
    public string Text { get; set; } = text;

    public Node? Parent { get; private set; }

    public List<Node> Children { get; } = [];

    public string? this[string attribute] => _attributes?.GetValueOrDefault(attribute);

    public ulong? Event(string name) => _events?.TryGetValue(name, out var id) == true ? id : null;

    public void Set(string name, string? value, ulong eventId)
    {
        if (eventId > 0)
        {
            (_events ??= [])[name] = eventId;
        }
        else
        {
            (_attributes ??= [])[name] = value ?? "";
        }
    }

    public void Unset(string name)
    {
        _attributes?.Remove(name);
        _events?.Remove(name);
    }

    public void Insert(int place, Node child)
    {
        child.Parent = this;
        Children.Insert(place, child);
    }

    public IEnumerable<Node> All()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var node in child.All())
            {
                yield return node;
            }
        }
    }

    public string Inner() => string.Concat(All().Where(n => n.Kind is NodeKind.Text or NodeKind.Markup).Select(n => n.Text)).Trim();
}
