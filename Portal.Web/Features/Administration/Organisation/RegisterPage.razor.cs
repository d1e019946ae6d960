using Microsoft.AspNetCore.Components;
using Portal.Domain.Administration;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Administration.Organisation;

public partial class RegisterPage
{
    private RegisterFilter _filter = new();
    private Page<RegisterRow>? _page;
    private bool _changes;
    private string _shown = "";

    [Parameter]
    public string? Register { get; set; }

    private string Key => Registers.All.Contains(Register) ? Register! : Registers.Areas;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Key)
        {
            return;
        }

        _shown = Key;
        _changes = (await Administration.RightsAsync(await Current.GetAsync())).Changes;
        await SetAsync(new RegisterFilter());
    }

    private async Task SetAsync(RegisterFilter filter)
    {
        _filter = filter;
        var found = await Registry.ListAsync(await Current.GetAsync(), Key, filter, k => L[k]);
        _page = found.IsSuccess ? found.Value : null;
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
