using System.Buffers.Binary;
using System.Text;

namespace Portal.Benchmarks.Load;

/// <summary>
/// What a browser would show, kept up by the binary render batches of Blazor Server: a batch ends with the places of its five tables
/// (changed components, frames, removed components, removed handlers, strings); each changed component has a list of edits, which
/// walk its part of the tree and take what is new from the frames.
/// </summary>
internal sealed class Screen
{
    private const int FrameSize = 20;
    private const int EditSize = 16;

    private readonly Dictionary<int, Node> _components = [];

    public Node Root { get; } = new(NodeKind.Root, "");

    public Node? ById(string testId) => Find(n => n["data-testid"] == testId);

    public Node? Find(Func<Node, bool> wanted) => Root.All().FirstOrDefault(wanted);

    /// <summary>A root component has its place in the page.</summary>
    public void Attach(int componentId)
    {
        var node = new Node(NodeKind.Component, "");
        Root.Insert(Root.Children.Count, node);
        _components[componentId] = node;
    }

    public void Apply(byte[] batch) => new Reader(batch, this).Apply();

    private readonly ref struct Reader(ReadOnlySpan<byte> data, Screen screen)
    {
        private readonly ReadOnlySpan<byte> _data = data;

        private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data[at..]);

        private int Table(int number) => Int(_data.Length - 20 + (4 * number));

        public void Apply()
        {
            var updated = Table(0);
            for (var i = 0; i < Int(updated); i++)
            {
                Update(Int(updated + 4 + (4 * i)));
            }

            var disposed = Table(2);
            for (var i = 0; i < Int(disposed); i++)
            {
                screen._components.Remove(Int(disposed + 4 + (4 * i)));
            }
        }

        private void Update(int diff)
        {
            if (!screen._components.TryGetValue(Int(diff), out var parent))
            {
                throw new InvalidOperationException($"Component {Int(diff)} is not on the screen.");
            }

            var moves = new List<(int From, int To)>();
            for (var (i, edit) = (0, diff + 8); i < Int(diff + 4); i++, edit += EditSize)
            {
                var (sibling, frame) = (Int(edit + 4), FrameAt(Int(edit + 8)));
                switch (Int(edit))
                {
                    case 1:
                        Insert(parent, sibling, frame);
                        break;
                    case 2:
                        parent.Children.RemoveAt(sibling);
                        break;
                    case 3:
                        Attribute(parent.Children[sibling], frame);
                        break;
                    case 4:
                        parent.Children[sibling].Unset(String(Int(edit + 12))!);
                        break;
                    case 5 or 8:
                        parent.Children[sibling].Text = String(Int(frame + 4)) ?? "";
                        break;
                    case 6:
                        parent = parent.Children[sibling];
                        break;
                    case 7:
                        parent = parent.Parent!;
                        break;
                    case 9:
                        moves.Add((sibling, Int(edit + 8)));
                        break;
                    case 10:
                        var moved = moves.Select(m => (m.To, Node: parent.Children[m.From])).ToList();
                        foreach (var (to, node) in moved)
                        {
                            parent.Children[to] = node;
                        }

                        moves.Clear();
                        break;
                    default:
                        throw new InvalidOperationException($"Unknown edit {Int(edit)}.");
                }
            }
        }

        private int FrameAt(int index) => Table(1) + 4 + (FrameSize * index);

        /// <returns>How many nodes of the parent it became.</returns>
        private int Insert(Node parent, int place, int frame)
        {
            switch (Int(frame))
            {
                case 1:
                    var element = new Node(NodeKind.Element, String(Int(frame + 8)) ?? "");
                    parent.Insert(place, element);
                    Children(element, 0, frame);
                    return 1;
                case 2:
                    parent.Insert(place, new Node(NodeKind.Text, String(Int(frame + 4)) ?? ""));
                    return 1;
                case 4:
                    var component = new Node(NodeKind.Component, "");
                    parent.Insert(place, component);
                    screen._components[Int(frame + 8)] = component;
                    return 1;
                case 5:
                    return Children(parent, place, frame);
                case 6 or 10:
                    return 0;
                case 8:
                    parent.Insert(place, new Node(NodeKind.Markup, String(Int(frame + 4)) ?? ""));
                    return 1;
                default:
                    throw new InvalidOperationException($"Unknown frame {Int(frame)}.");
            }
        }

        private int Children(Node parent, int place, int frame)
        {
            var (count, end) = (0, frame + (FrameSize * Int(frame + 4)));
            for (var next = frame + FrameSize; next < end; next += FrameSize * Length(next))
            {
                if (Int(next) == 3)
                {
                    Attribute(parent, next);
                }
                else
                {
                    count += Insert(parent, place + count, next);
                }
            }

            return count;
        }

        // An element, a component and a region hold the frames that follow them.
        private int Length(int frame) => Int(frame) is 1 or 4 or 5 ? Int(frame + 4) : 1;

        private void Attribute(Node node, int frame) =>
            node.Set(String(Int(frame + 4))!, String(Int(frame + 8)), BinaryPrimitives.ReadUInt64LittleEndian(_data[(frame + 12)..]));

        private string? String(int index)
        {
            if (index < 0)
            {
                return null;
            }

            var at = Int(Table(4) + (4 * index));
            var (length, shift) = (0, 0);
            byte part;
            do
            {
                part = _data[at++];
                length |= (part & 0x7f) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            return Encoding.UTF8.GetString(_data.Slice(at, length));
        }
    }
}
