using Microsoft.AspNetCore.Components;
using Portal.Domain.Administration;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Administration.Organisation;

public partial class RegisterPage
{
    private Page<RegisterRow>? _page;
    private bool _reads;
    private bool _changes;
    private string _search = "";
    private string _shown = "";

    [Parameter]
    public string? Register { get; set; }

    [SupplyParameterFromQuery(Name = "da-ket-thuc")]
    public string? WithEnded { get; set; }

    private string Key => Registers.All.Contains(Register) ? Register! : Registers.Areas;

    protected override async Task OnInitializedAsync() =>
        (_reads, _changes) = await Administration.RightsAsync(await Current.GetAsync());

    protected override async Task LoadAsync()
    {
        if (_shown != Key)
        {
            (_shown, _search, _page) = (Key, "", null);
        }

        var found = await Registry.ListAsync(
            await Current.GetAsync(),
            Key,
            new RegisterFilter(_search, WithEnded is not null, Address.SortedBy, Address.IsDescending, Address.Page),
            k => L[k]);
        _page = found.IsSuccess ? found.Value : null;
    }

    private Task SearchAsync(string text)
    {
        _search = text;
        return AnewAsync();
    }

    private static string Period(RegisterRow row)
    {
        if (row.From is not { } from)
        {
            return "";
        }

        if (row.To is { } to)
        {
            return $"{LocalFormat.Day(from)}–{LocalFormat.Day(to)}";
        }

        return LocalFormat.Day(from);
    }
}
