using System.Globalization;
using System.Text.Json;

namespace Portal.Workflows.Authoring;

/// <summary>Where a reader stands in a JSON document: the names and indexes from the root down.</summary>
internal sealed class DocumentPlace
{
    private const int InObject = -1;

    private readonly List<string> _names = [];

    // For each object or list around: the index of the next item of a list.
    private readonly Stack<int> _around = new();

    public int Depth => _names.Count;

    /// <summary>It is the wanted place, or the wanted one lies inside of it.</summary>
    public bool IsAround(IReadOnlyList<string> wanted) => Depth <= wanted.Count && _names.SequenceEqual(wanted.Take(Depth));

    public void EnterProperty(string name) => _names.Add(name);

    /// <summary>A value begins: of a list, the next item.</summary>
    public void BeginValue()
    {
        if (_around.Count > 0 && _around.Peek() != InObject)
        {
            _names[^1] = _around.Peek().ToString(CultureInfo.InvariantCulture);
            _around.Push(_around.Pop() + 1);
        }
    }

    /// <summary>Goes into a list or an object; any other value is over at once.</summary>
    public void Enter(JsonTokenType token)
    {
        switch (token)
        {
            case JsonTokenType.StartArray:
                _around.Push(0);
                _names.Add("");
                break;
            case JsonTokenType.StartObject:
                _around.Push(InObject);
                break;
            default:
                EndValue();
                break;
        }
    }

    public void LeaveObject()
    {
        _around.Pop();
        EndValue();
    }

    public void LeaveArray()
    {
        _around.Pop();
        _names.RemoveAt(_names.Count - 1);
        EndValue();
    }

    // A value is over: so is the property it belongs to.
    private void EndValue()
    {
        if (_names.Count > 0 && (_around.Count == 0 || _around.Peek() == InObject))
        {
            _names.RemoveAt(_names.Count - 1);
        }
    }
}
