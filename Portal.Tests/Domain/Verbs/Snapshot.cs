using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Portal.Tests.Domain.Verbs;

/// <summary>All that an object holds, private fields and versions included, as text: equal before and after when nothing changed.</summary>
public static class Snapshot
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, string path)
    {
        if (value is null or string or Guid or Enum or IFormattable or bool)
        {
            text.Append(path).Append(" = ").Append(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null").Append('\n');
        }
        else if (value is IEnumerable list)
        {
            var count = 0;
            foreach (var item in list)
            {
                Write(text, item, $"{path}[{count++}]");
            }

            text.Append(path).Append(" has ").Append(count).Append('\n');
        }
        else
        {
            foreach (var field in FieldsOf(value.GetType()))
            {
                Write(text, field.GetValue(value), $"{path}.{field.Name}");
            }
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(Own))
            {
                yield return field;
            }
        }
    }
}
