namespace Portal.Web.Operations;

/// <summary>Numbers of pages as they come from outside: any number is one, and past the end there is nothing.</summary>
public static class Paging
{
    /// <summary>Most rows of one page of a list.</summary>
    public const int MostRows = 100;

    /// <summary>Rows of a page that is asked for.</summary>
    public static int Size(int asked, int most = MostRows) => Math.Clamp(asked, 1, most);

    /// <summary>Rows before a page.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="size">By <see cref="Size"/>.</param>
    public static int Before(int page, int size) => (int)Math.Min(int.MaxValue, (long)Math.Max(0, page) * size);
}
