using UglyToad.PdfPig;

namespace Portal.Web.Operations.Searching;

/// <summary>Words of a PDF, page by page. A page that cannot be read is passed over.</summary>
internal static class PdfWords
{
    private const int MostPages = 500;

    /// <exception cref="Exception">Of any kind: it is no PDF, a broken or an encrypted one.</exception>
    public static void Read(Stream file, WordSet words, CancellationToken cancellation)
    {
        var filters = new PdfFilters();
        using var document = PdfDocument.Open(
            file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && !words.IsFull && !filters.IsSpent; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                words.Add(string.Join(' ', document.GetPage(number).GetWords().Select(w => w.Text)));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Of the pages that can be read the words are found all the same.
            }
        }
    }
}
