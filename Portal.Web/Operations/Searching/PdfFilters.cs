using System.Collections.Frozen;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Portal.Web.Operations.Searching;

/// <summary>
/// What the streams of one PDF are unpacked with. Of all of them together no more is unpacked than <see cref="MostBytes"/>, and each is
/// measured before it is: a few bytes may say that they are gigabytes. Pictures and what no program writes any more are left packed.
/// </summary>
internal sealed class PdfFilters : BaseFilterProvider
{
    private const long MostBytes = 192L * 1024 * 1024;
    private const long MostBytesOfOne = 48L * 1024 * 1024;
    private const int WidestRow = 65_536;

    private static readonly string[] Packed =
    [
        "CCITTFaxDecode", "CCF", "DCTDecode", "DCT", "JBIG2Decode", "JPXDecode", "RunLengthDecode", "RL", "LZWDecode", "LZW", "Crypt",
    ];

    private readonly Budget _budget;

    public PdfFilters()
        : this(new Budget())
    {
    }

    private PdfFilters(Budget budget)
        : base(FiltersOf(budget)) => _budget = budget;

    /// <summary>So much was unpacked that no more will be.</summary>
    public bool IsSpent => _budget.Left <= 0;

    private static FrozenDictionary<string, IFilter> FiltersOf(Budget budget)
    {
        var (flate, ascii85, hex, none) = (new Measured(budget), new Ascii85Filter(), new AsciiHexDecodeFilter(), new LeftPacked());
        return Packed.ToDictionary(n => n, IFilter (_) => none)
            .Concat(new Dictionary<string, IFilter>
            {
                ["FlateDecode"] = flate,
                ["Fl"] = flate,
                ["ASCII85Decode"] = ascii85,
                ["A85"] = ascii85,
                ["ASCIIHexDecode"] = hex,
                ["AHx"] = hex,
            })
            .ToFrozenDictionary();
    }

    private sealed class Budget
    {
        public long Left { get; set; } = MostBytes;
    }

    private sealed class Measured(Budget budget) : IFilter
    {
        private readonly FlateFilter _flate = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Left -= Math.Max(SizeOf(input), input.Length);
            if (budget.Left <= 0 || HasWideRows(streamDictionary))
            {
                throw new InvalidDataException("More than a document holds.");
            }

            return _flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static long SizeOf(Memory<byte> input)
        {
            const int Header = 2;
            if (input.Length <= Header)
            {
                return 0;
            }

            long size = 0;
            try
            {
                using var unpacked = new DeflateStream(new MemoryStream(input[Header..].ToArray()), CompressionMode.Decompress);
                var buffer = new byte[81_920];
                for (int read; (read = unpacked.Read(buffer)) > 0 && size <= MostBytesOfOne;)
                {
                    size += read;
                }
            }
            catch (InvalidDataException)
            {
                // Broken behind what was measured.
            }

            return size > MostBytesOfOne ? MostBytes : size;
        }

        // A row of a predictor is taken from memory as wide as it says.
        private static bool HasWideRows(DictionaryToken stream) =>
            new[] { NameToken.DecodeParms, NameToken.Create("DP") }
                .Select(n => stream.Data.GetValueOrDefault(n.Data))
                .SelectMany(t => t is ArrayToken many ? many.Data : [t ?? NullToken.Instance])
                .OfType<DictionaryToken>()
                .SelectMany(p => p.Data.Values.OfType<NumericToken>())
                .Any(n => n.Data is < 0 or > WidestRow);
    }

    private sealed class LeftPacked : IFilter
    {
        public bool IsSupported => false;

        public Memory<byte> Decode(
            Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            throw new NotSupportedException();
    }
}
