using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>What every act on an item may say.</summary>
public interface IItemWords : IGatedInput
{
    string? Words { get; }
}
