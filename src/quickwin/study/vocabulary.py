"""The words that `quickwin check` looks for unless criteria.yaml lists its own: Indonesian and English."""

BOUGHT = (
    "procurement", "procure", "purchase", "tender", "contract", "building", "construction", "works", "installation",
    "licences", "equipment", "fit_out", "pengadaan", "lelang", "pembelian", "pembangunan", "konstruksi", "pemasangan",
)  # fmt: skip
BUILT = (
    "waste plant", "power plant", "solar plant", "treatment plant", "factory", "new building", "office building",
    "hall", "mall", "tower", "bridge", "new landfill", "bus terminal", "new hospital", "pabrik", "gedung",
    "mal pelayanan publik", "menara", "jembatan", "pembangunan pasar", "pasar induk", "terminal bus",
    "pembangunan rumah sakit", "pembangunan TPA", "TPA baru",
)  # fmt: skip
SITE = (
    "site", "land", "plot", "location", "permit", "permission", "licence", "license", "zone", "zoning", "spatial plan",
    "policy", "physical", "izin", "ijin", "perizinan", "perijinan", "amdal", "lahan", "tanah", "lokasi", "tapak",
    "zona", "zonasi", "tata ruang", "RTRW", "kebijakan", "fisik",
)  # fmt: skip
DIGITAL = (
    "app", "mobile app", "online", "digital", "electronic ticket", "electronic payment", "e-ticket", "QRIS", "portal",
    "website", "aplikasi", "daring", "tiket elektronik", "pembayaran elektronik", "retribusi elektronik",
    "phone", "smartphone", "WhatsApp", "SMS", "ponsel",
)  # fmt: skip
ONE_OFF = (
    "festival", "carnival", "trade fair", "book fair", "job fair", "expo", "exhibition", "contest", "parade",
    "karnaval", "pameran", "bazar", "lomba", "pekan raya", "Ramadan", "Lebaran",
)  # fmt: skip
FREE_AT_FIRST = (
    "free for a year", "free for one year", "free for 1 year", "free for the first", "free in the first year",
    "free the first year", "first year free", "first year is free", "free trial", "gratis selama", "gratis setahun",
    "gratis satu tahun", "gratis 1 tahun", "gratis tahun pertama", "tahun pertama gratis",
)  # fmt: skip
OFFICES = (
    "Dinas", "Badan", "Kantor", "Sekretariat", "Setda", "Inspektorat", "Kecamatan", "Satpol", "Damkar", "Polres",
    "Department", "Agency", "Office", "Secretariat", "Authority", "Ministry",
)  # fmt: skip
OUTPUTS = (
    "bought", "delivered", "built", "installed", "launched", "inaugurated", "trained", "distributed", "signed",
    "handed over", "MoU", "first stone", "dibeli", "dibangun", "dipasang", "terpasang", "diserahkan", "diluncurkan",
    "diresmikan", "dilatih", "disalurkan", "ditandatangani", "peletakan batu pertama",
)  # fmt: skip
OUTCOMES = (
    "use", "used", "user", "using", "work", "working", "running", "active", "a day", "a week", "a month", "per day",
    "per week", "per month", "dipakai", "terpakai", "digunakan", "pengguna", "pemakaian", "berfungsi", "aktif",
    "per hari", "per minggu", "per bulan", "sehari", "seminggu", "sebulan",
)  # fmt: skip
PLACEHOLDERS = ("replace this", "ganti ini")
