using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>The rows of one sheet by what tells them apart.</summary>
internal sealed class RowIndex<T>
    where T : class
{
    private readonly Dictionary<string, T> _byKey = [];
    private readonly Dictionary<string, List<T>> _byName = [];

    public T? ByKey(string key) => _byKey.GetValueOrDefault(key);

    public IReadOnlyList<T> ByName(string name) => _byName.GetValueOrDefault(VietnameseText.Fold(name)) ?? [];

    public void Add(T row, string key, string name)
    {
        _byKey.TryAdd(key, row);
        if (!_byName.TryGetValue(VietnameseText.Fold(name), out var rows))
        {
            _byName[VietnameseText.Fold(name)] = rows = [];
        }

        rows.Add(row);
    }
}
