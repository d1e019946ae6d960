using System.Globalization;

namespace Portal.Domain.Cases;

/// <summary>How many Restricted things there are, for people who may not read them (section 13): one to four are <c>&lt;5</c>.</summary>
public static class MaskedCount
{
    private const int Least = 5;

    public static string Of(int count) => count is > 0 and < Least
        ? string.Create(CultureInfo.InvariantCulture, $"<{Least}")
        : count.ToString(CultureInfo.InvariantCulture);
}
